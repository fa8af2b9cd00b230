"""LibreOffice takes, or refuses, every change in the Word files of a folder; run by the system's Python, which knows UNO:

/usr/bin/python3 tests/revising/decide.py accept|reject FROM TO
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}
SECONDS = 60


def value(name, said):
    """A setting, as LibreOffice takes it."""
    made = PropertyValue()
    made.Name, made.Value = name, said
    return made


def connected(pipe):
    """The running LibreOffice, once it answers."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(SECONDS * 10):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    sys.exit("LibreOffice does not answer")


def main(how, source, target):
    """Decides about every file."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        pipe = Path(profile).name
        office = subprocess.Popen(
            [
                "soffice",
                "--headless",
                "--norestore",
                f"--accept=pipe,name={pipe};urp;",
                f"-env:UserInstallation={Path(profile).as_uri()}",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            context = connected(pipe)
            services = context.ServiceManager
            desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
            for path in sorted(Path(source).glob("*.docx")):
                document = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (value("Hidden", True),))
                frame = document.CurrentController.Frame
                dispatcher.executeDispatch(frame, COMMANDS[how], "", 0, ())
                made = Path(target, path.name).as_uri()
                document.storeToURL(made, (value("FilterName", "MS Word 2007 XML"),))
                document.close(True)
            desktop.terminate()
            office.wait(SECONDS)
        finally:
            office.kill()


if __name__ == "__main__":
    main(*sys.argv[1:])
