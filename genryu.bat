@echo off
rem Starts Genryu: finds a JDK, builds at first use, and hands over to Java. See the shell script genryu for the variables.
setlocal
rem The line as it was typed: word by word, a batch file would also part it at "=", "," and ";" and end it at an empty word.
set REST=%*
set "NEED=25"
set "ROOT=%~dp0"
set "TARGET=%ROOT%app\cli\target"
set "PROGRAM=%TARGET%\program"
set "FOUND="
set "UNFIT="
set "SAY=en"
if not defined GENRYU_LANG for /f "tokens=3" %%l in ('reg query "HKCU\Control Panel\International" /v LocaleName 2^>nul') do set "SYSTEM_LANG=%%l"
if /i "%GENRYU_LANG%%SYSTEM_LANG%"=="ja" set "SAY=ja"
if /i "%GENRYU_LANG%%SYSTEM_LANG%"=="ja-JP" set "SAY=ja"

rem Java takes a semicolon in a path for its end.
if not "%ROOT:;=%"=="%ROOT%" goto semicolon

rem An unpacked bundle brings the program and a Java of its own.
if exist "%ROOT%runtime\bin\java.exe" (
    set "FOUND=%ROOT%runtime"
    set "PROGRAM=%ROOT%program"
    goto built
)
if defined GENRYU_JAVA_HOME (
    call :consider "%GENRYU_JAVA_HOME%"
    goto considered
)
call :consider "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do call :consider "%%~dpj.."
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*") do call :consider "%%~d"
:considered
if not defined FOUND goto nojdk

set "AGAIN="
if not "%~1"=="--rebuild" goto once
set "AGAIN=yes"
set REST=%REST:*--rebuild=%
shift /1
if exist "%PROGRAM%" rmdir /s /q "%PROGRAM%"
:once
if exist "%PROGRAM%" goto built
echo Genryu: building; this takes about a minute the first time. Log: "%TARGET%\build.log" 1>&2
if not exist "%TARGET%" mkdir "%TARGET%"
if not exist "%TARGET%" goto unwritable
if exist "%TARGET%\lib" rmdir /s /q "%TARGET%\lib"
set "JAVA_HOME=%FOUND%"
pushd "%ROOT%"
rem Jars are made anew, so that nothing is left of a build that was killed.
call mvnw.cmd -B -ntp -Dquick -Dmaven.test.skip=true -Dmaven.jar.forceCreation=true -pl app/cli -am package >"%TARGET%\build.log" 2>&1
set "BUILT=%ERRORLEVEL%"
popd
if not "%BUILT%"=="0" goto failed
rem The program appears whole or not at all.
if exist "%TARGET%\scratch" rmdir /s /q "%TARGET%\scratch"
mkdir "%TARGET%\scratch"
copy /b "%TARGET%\genryu-cli-*.jar" "%TARGET%\scratch" >nul || goto failed
copy /b "%TARGET%\lib\*.jar" "%TARGET%\scratch" >nul || goto failed
move "%TARGET%\scratch" "%PROGRAM%" >nul || goto failed
if defined AGAIN if not defined REST exit /b 0

:built
set "COLLECTOR=-XX:+UseSerialGC"
echo  %JDK_JAVA_OPTIONS% %JAVA_TOOL_OPTIONS% %JAVA_OPTS% %GENRYU_OPTS% | findstr /r /c:"-XX:+Use[A-Za-z0-9]*GC " >nul && set "COLLECTOR="
rem Most commands are over before the second compiler has earned what it costs; only futures and plans run long enough.
set "COMPILER=-XX:TieredStopAtLevel=1"
:look
if "%~1"=="value" set "COMPILER="
if "%~1"=="plan" set "COMPILER="
if "%~1"=="--futures" set "COMPILER="
shift /1
if not "%~1"=="" goto look

"%FOUND%\bin\java" --enable-native-access=ALL-UNNAMED %COLLECTOR% %COMPILER% -XX:ErrorFile="%TEMP%\genryu-java-%%p.log" -Xlog:disable -Xlog:all=error:stderr %JAVA_OPTS% %GENRYU_OPTS% -cp "%PROGRAM%\*" org.genryu.cli.Main %REST%
exit /b %ERRORLEVEL%

rem Keeps the folder in FOUND if it is the first JDK that is new enough, else its version in UNFIT.
:consider
if defined FOUND exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\release" exit /b 0
set "MAJOR=0"
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "delims=.+-" %%m in ("%%~v") do set "MAJOR=%%m"
if %MAJOR% GEQ %NEED% if exist "%~1\bin\javac.exe" set "FOUND=%~1"
if not defined FOUND set "UNFIT=%MAJOR%"
exit /b 0

rem From here on lines are read as UTF-8, for the sake of Japanese.
:nojdk
chcp 65001 >nul
if "%SAY%"=="ja" goto nojdkja
if defined UNFIT (echo Genryu: it needs a JDK %NEED% or newer, and only Java %UNFIT% was found. Install one: winget install EclipseAdoptium.Temurin.%NEED%.JDK 1>&2) else (echo Genryu: it needs a JDK %NEED% or newer, and none was found. Install one: winget install EclipseAdoptium.Temurin.%NEED%.JDK 1>&2)
exit /b 78
:nojdkja
if defined UNFIT (echo Genryu: JDK %NEED% 以降が必要ですが、Java %UNFIT% しかありません。インストールするには: winget install EclipseAdoptium.Temurin.%NEED%.JDK 1>&2) else (echo Genryu: JDK %NEED% 以降が必要ですが、見つかりませんでした。インストールするには: winget install EclipseAdoptium.Temurin.%NEED%.JDK 1>&2)
exit /b 78

:semicolon
chcp 65001 >nul
if "%SAY%"=="ja" (echo Genryu: フォルダの名前にセミコロンがあり、Java では使えません。フォルダを移すか改名してください。 1>&2) else (echo Genryu: this folder has a semicolon in its name, which Java cannot take; move or rename the folder. 1>&2)
exit /b 73

:unwritable
chcp 65001 >nul
if "%SAY%"=="ja" (echo Genryu: このフォルダに書き込めません。自分のフォルダに移してください。 1>&2) else (echo Genryu: this folder cannot be written; move it to a folder of your own. 1>&2)
exit /b 73

:failed
chcp 65001 >nul
if "%SAY%"=="ja" (echo Genryu: ビルドに失敗しました。理由は app\cli\target\build.log の末尾にあります。初回のビルドにはネットワークが必要です。 1>&2) else (echo Genryu: the build failed; the end of app\cli\target\build.log says why. The first build needs the network. 1>&2)
exit /b 70
