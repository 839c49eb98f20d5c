# 在 Windows 10（1809）及以上的 64 位电脑上生成程序文件夹和安装程序。
#
#   .\build.ps1 -Fetch     在联网的 Windows 电脑上：把所需的软件包下载到 build\wheelhouse
#   .\build.ps1            离线：用 build\wheelhouse 生成 build\frozen\gongkai-desk，逐项试运行，
#                          再用 Inno Setup 6 生成 build\gongkai-desk-版本-setup.exe
#
# 需要 Python 3.11（64 位，命令 py -3.11）和 Inno Setup 6.3 及以上。本文件须为带 BOM 的 UTF-8。
param(
    [switch]$Fetch,
    [string]$InnoSetup = "${env:ProgramFiles(x86)}\Inno Setup 6\ISCC.exe"
)
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')

$wheels = 'build\wheelhouse'
$environment = 'build\freeze-environment'
$requirements = 'packaging\requirements-freeze.txt'

function Invoke-Checked {
    param([string]$Program, [string[]]$Arguments)
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Program $($Arguments -join ' ')：返回 $LASTEXITCODE" }
}

if ($Fetch) {
    Invoke-Checked 'py' @('-3.11', '-m', 'pip', 'download', '--require-hashes', '--only-binary=:all:',
        '-r', $requirements, '--dest', $wheels)
    Write-Output "已下载到 $wheels，把整个文件夹带到离线的电脑上。"
    exit 0
}

if (-not (Test-Path $wheels)) { throw "没有 $wheels：先在联网的电脑上运行 build.ps1 -Fetch。" }
if (Test-Path $environment) { Remove-Item -Recurse -Force $environment }
Invoke-Checked 'py' @('-3.11', '-m', 'venv', $environment)
$python = Join-Path $environment 'Scripts\python.exe'
Invoke-Checked $python @('-m', 'pip', 'install', '--quiet', '--no-index', '--find-links', $wheels,
    '--require-hashes', '-r', $requirements)
$env:PYTHONUTF8 = '1'
Invoke-Checked $python @('packaging\freeze.py')
Invoke-Checked $python @('packaging\smoke.py')

if (-not (Test-Path $InnoSetup)) { throw "没有 Inno Setup 6：$InnoSetup（可用 -InnoSetup 指明）。" }
$version = (& 'build\frozen\gongkai-desk\gongkai-desk-cli.exe' --version).Trim()
Invoke-Checked $InnoSetup @("/DVersion=$version", 'packaging\windows\gongkai-desk.iss')
Get-Item "build\gongkai-desk-$version-setup.exe"
