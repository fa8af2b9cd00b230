"""The language server of YAML that editors use, asked as an editor asks it."""

from __future__ import annotations

import json
import subprocess
from collections import defaultdict
from pathlib import Path

_SETTINGS = {
    "yaml": {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False, "url": ""}}
}


class LanguageServer:
    """One server on one folder; nothing is fetched."""

    def __init__(self, program, folder):
        self._process = subprocess.Popen(
            [program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder
        )  # fmt: skip
        self._count = 0
        self._answers = {}
        self._told = defaultdict(list)
        self.ask("initialize", {
            "processId": None, "rootUri": folder.as_uri(), "workspaceFolders": [{"uri": folder.as_uri(), "name": "x"}],
            "capabilities": {
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": {"completion": {"completionItem": {"documentationFormat": ["markdown"]}}, "hover": {}},
            },
        })  # fmt: skip
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": _SETTINGS})

    def close(self):
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.kill()
        self._process.wait(60)

    def tell(self, method, params):
        self._send({"method": method, "params": params})

    def ask(self, method, params):
        self._count += 1
        self._send({"id": self._count, "method": method, "params": params})
        while self._count not in self._answers:
            self._take()
        return self._answers.pop(self._count)

    def open(self, path):
        """What is wrong with a file, once the server has said it."""
        text = Path(path).read_text("utf-8")
        document = {"uri": Path(path).as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        while not self._told[document["uri"]]:
            self._take()
        return self._told.pop(document["uri"])[-1]

    def complete(self, path, line, character):
        found = self.ask("textDocument/completion", _at(path, line, character))
        return found["items"] if isinstance(found, dict) else found

    def hover(self, path, line, character):
        return self.ask("textDocument/hover", _at(path, line, character))

    def _send(self, message):
        data = json.dumps({"jsonrpc": "2.0", **message}).encode("utf-8")
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._process.stdin.flush()

    def _take(self):
        """Takes one message in, and answers what the server wants to know."""
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server ended"
        message = json.loads(self._process.stdout.read(length))
        if "method" not in message:
            self._answers[message["id"]] = message.get("result")
        elif message["method"] == "textDocument/publishDiagnostics":
            self._told[message["params"]["uri"]].append(message["params"]["diagnostics"])
        elif "id" in message:
            wanted = message.get("params", {}).get("items", [])
            settings = [_SETTINGS.get(one.get("section"), {}) for one in wanted]
            self._send({"id": message["id"], "result": settings if wanted else None})


def _at(path, line, character):
    return {
        "textDocument": {"uri": Path(path).as_uri()},
        "position": {"line": line, "character": character},
    }
