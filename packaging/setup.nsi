; Installs for the user who runs it: no administrator, no network, nothing outside the user's own folders.
; packaging/windows.py fills in what stands between at signs, and runs makensis in the folder that holds all the files.
Unicode true
Target amd64-unicode
@COMPRESSION@
SetDateSave off
ManifestDPIAware true
RequestExecutionLevel user
Name "drafter 写材料"
OutFile "@OUTPUT@"
AllowSkipFiles off
Icon "drafter.ico"
UninstallIcon "drafter.ico"
BrandingText "drafter @VERSION@"
VIProductVersion "@NUMBERS@"
VIAddVersionKey "ProductName" "drafter"
VIAddVersionKey "ProductVersion" "@VERSION@"
VIAddVersionKey "FileVersion" "@VERSION@"
VIAddVersionKey "FileDescription" "公文和讲话稿起草助手"
VIAddVersionKey "LegalCopyright" "MIT"

!include "LogicLib.nsh"
!include "MUI2.nsh"
!include "WinVer.nsh"
!define MUI_ICON "drafter.ico"
!define MUI_UNICON "drafter.ico"
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "装好了"
!define MUI_FINISHPAGE_TEXT "开始菜单里多了“写材料”。$\r$\n在文件上按右键，“发送到”里有校对、排版、变成大纲。"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\drafter"

; What an earlier installation laid down goes first, or files of two versions would lie together. It goes where our own desk.py
; says that it is ours, and only when nothing of it runs: a program that runs would be skipped, and the rest be gone.
!macro Removal un
Function ${un}Remove
  ${IfNot} ${FileExists} "$INSTDIR\desk.py"
    Return
  ${EndIf}
again:
  ClearErrors
  ${If} ${FileExists} "$INSTDIR\python\python.exe"
    FileOpen $0 "$INSTDIR\python\python.exe" a
    FileClose $0
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\python\pythonw.exe"
    FileOpen $0 "$INSTDIR\python\pythonw.exe" a
    FileClose $0
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\python\*.*"
    Rename "$INSTDIR\python" "$INSTDIR\python.old"
    Rename "$INSTDIR\python.old" "$INSTDIR\python"
  ${EndIf}
  IfErrors 0 free
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "“写材料”或 drafter 的别的窗口还开着，现在动不了。$\r$\n先把它们关掉，等几分钟再点“重试”；还不行就注销，再登录。" /SD IDCANCEL IDRETRY again
  SetErrorLevel 2
  Abort
free:
  RMDir /r "$INSTDIR\python"
  RMDir /r "$INSTDIR\python.old"
  RMDir /r "$INSTDIR\site"
  RMDir /r "$INSTDIR\bin"
FunctionEnd
!macroend
!insertmacro Removal ""
!insertmacro Removal "un."

; A shortcut of that name that lay there before the first installation is the user's own, and stays under another.
!macro Keep name
  ReadRegStr $0 HKCU "${UNINSTALL}" "UninstallString"
  ${If} $0 == ""
    Rename "$SENDTO\${name}.lnk" "$SENDTO\${name}（原来的）.lnk"
  ${EndIf}
!macroend

; The place is always the same: /D= could name a folder in which somebody else's python and bin lie.
Function .onInit
  StrCpy $INSTDIR "$LOCALAPPDATA\Programs\drafter"
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "这台电脑的 Windows 太旧了，drafter 要 Windows 10 以上（64 位）。$\r$\n请用 drafter.html：一个文件，在浏览器里打开就能写。" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

Section
  Call Remove
@FILES@
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\写材料.lnk" "$INSTDIR\python\pythonw.exe" '"$INSTDIR\desk.py" page' "$INSTDIR\drafter.ico"
  !insertmacro Keep "校对"
  CreateShortCut "$SENDTO\校对.lnk" "$INSTDIR\python\python.exe" '"$INSTDIR\desk.py" check' "$INSTDIR\drafter.ico"
  !insertmacro Keep "排版"
  CreateShortCut "$SENDTO\排版.lnk" "$INSTDIR\python\python.exe" '"$INSTDIR\desk.py" typeset' "$INSTDIR\drafter.ico"
  !insertmacro Keep "变成大纲"
  CreateShortCut "$SENDTO\变成大纲.lnk" "$INSTDIR\python\python.exe" '"$INSTDIR\desk.py" import' "$INSTDIR\drafter.ico"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "drafter 写材料"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "@VERSION@"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "drafter"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\drafter.ico"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" @SIZE@
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  Call un.Remove
  Delete "$SMPROGRAMS\写材料.lnk"
  Delete "$SENDTO\校对.lnk"
  Delete "$SENDTO\排版.lnk"
  Delete "$SENDTO\变成大纲.lnk"
  Delete "$INSTDIR\desk.py"
  Delete "$INSTDIR\drafter.ico"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
