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
InstallDir "$LOCALAPPDATA\Programs\drafter"
Icon "drafter.ico"
UninstallIcon "drafter.ico"
BrandingText "drafter @VERSION@"
VIProductVersion "@VERSION@.0"
VIAddVersionKey "ProductName" "drafter"
VIAddVersionKey "ProductVersion" "@VERSION@"
VIAddVersionKey "FileVersion" "@VERSION@"
VIAddVersionKey "FileDescription" "公文和讲话稿起草助手"
VIAddVersionKey "LegalCopyright" "MIT"

!include "MUI2.nsh"
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

!macro Remove
  RMDir /r "$INSTDIR\python"
  RMDir /r "$INSTDIR\site"
  RMDir /r "$INSTDIR\bin"
!macroend

Section
  !insertmacro Remove
@FILES@
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\写材料.lnk" "$INSTDIR\python\pythonw.exe" '"$INSTDIR\desk.py" page' "$INSTDIR\drafter.ico"
  CreateShortCut "$SENDTO\校对.lnk" "$INSTDIR\python\python.exe" '"$INSTDIR\desk.py" check' "$INSTDIR\drafter.ico"
  CreateShortCut "$SENDTO\排版.lnk" "$INSTDIR\python\python.exe" '"$INSTDIR\desk.py" typeset' "$INSTDIR\drafter.ico"
  CreateShortCut "$SENDTO\变成大纲.lnk" "$INSTDIR\python\python.exe" '"$INSTDIR\desk.py" import' "$INSTDIR\drafter.ico"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "drafter 写材料"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "@VERSION@"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\drafter.ico"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" @SIZE@
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  !insertmacro Remove
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
