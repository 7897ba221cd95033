@echo off
rem `make` for the Windows console. The work is done in pipeline\windows_make.py.
chcp 65001 >nul
where py >nul 2>nul
if errorlevel 1 (
  echo 没有找到 Python，请先安装 3.11 或更新的版本。
  exit /b 2
)
pushd "%~dp0"
py -3 pipeline\windows_make.py %*
set STATUS=%errorlevel%
popd
exit /b %STATUS%
