; 政务公开工作台安装程序，由 build.ps1 调用 Inno Setup（6.3 及以上）编译：
;   ISCC.exe /DVersion=0.1.0 gongkai-desk.iss
; 只为当前用户安装，不需要管理员权限；办公数据在用户数据文件夹里，卸载时不动。
; 本文件须为带 BOM 的 UTF-8。

#ifndef Version
  #error 用 /DVersion=… 指明版本
#endif
#define Name "政务公开工作台"
#define Program "gongkai-desk.exe"

[Setup]
AppId={{6D0B1B0A-6F0E-4E3C-9C55-3C7B6B0F5A21}
AppName={#Name}
AppVersion={#Version}
AppVerName={#Name} {#Version}
VersionInfoVersion={#Version}
DefaultDirName={autopf}\gongkai-desk
DefaultGroupName={#Name}
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
SourceDir=.
OutputDir=..\..\build
OutputBaseFilename=gongkai-desk-{#Version}-setup
SetupIconFile=..\..\build\frozen\work\gongkai-desk.ico
UninstallDisplayIcon={app}\{#Program}
UninstallDisplayName={#Name}
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
ShowLanguageDialog=no
CloseApplications=yes

[Languages]
; 简体中文译文不随 Inno Setup 6 安装：把 ChineseSimplified.isl 放在本文件旁（见 ..\README.md）。
Name: "zh"; MessagesFile: "ChineseSimplified.isl"

[Tasks]
Name: "desktopicon"; Description: "在桌面上建立快捷方式"

[InstallDelete]
; 旧版本留下的模块会被新版本误用：先清空程序自己的文件夹。
Type: filesandordirs; Name: "{app}\lib"
Type: filesandordirs; Name: "{app}\resources"
Type: filesandordirs; Name: "{app}\translations"
Type: filesandordirs; Name: "{app}\licences"

[Files]
Source: "..\..\build\frozen\gongkai-desk\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\{#Program}"; AppUserModelID: "gongkai-desk"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Program}"; AppUserModelID: "gongkai-desk"; Tasks: desktopicon

[Run]
Filename: "{app}\{#Program}"; Description: "启动{#Name}"; Flags: nowait postinstall skipifsilent
