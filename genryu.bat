@echo off
rem Starts Genryu: finds a JDK, builds at first use, and hands over to Java. See the shell script genryu for the variables.
setlocal
set "NEED=25"
set "ROOT=%~dp0"
set "TARGET=%ROOT%app\cli\target"
set "FOUND="

call :consider "%GENRYU_JAVA_HOME%"
call :consider "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do call :consider "%%~dpj.."
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%USERPROFILE%\.jdks\*") do call :consider "%%~d"
if not defined FOUND (
    echo Genryu needs a JDK %NEED% or newer, for example Eclipse Temurin %NEED%; install one, or set GENRYU_JAVA_HOME to it. 1>&2
    exit /b 78
)

if "%~1"=="--rebuild" (
    if exist "%TARGET%\lib" rmdir /s /q "%TARGET%\lib"
    shift /1
)
if exist "%TARGET%\lib" goto built
echo Genryu: building; this takes about a minute the first time. Log: %TARGET%\build.log 1>&2
if not exist "%TARGET%" mkdir "%TARGET%"
set "JAVA_HOME=%FOUND%"
pushd "%ROOT%"
call mvnw.cmd -B -ntp -Dquick -Dmaven.test.skip=true -pl app/cli -am package >"%TARGET%\build.log" 2>&1
set "BUILT=%ERRORLEVEL%"
popd
if not "%BUILT%"=="0" (
    echo Genryu: the build failed; the end of %TARGET%\build.log says why. The first build needs the network. 1>&2
    exit /b 70
)

:built
set "JAR="
for %%j in ("%TARGET%\genryu-cli-*.jar") do set "JAR=%%~j"
set "REST="
:collect
if "%~1"=="" goto start
set REST=%REST% %1
shift /1
goto collect

:start
"%FOUND%\bin\java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Xlog:disable -Xlog:all=error:stderr %JAVA_OPTS% %GENRYU_OPTS% -cp "%JAR%;%TARGET%\lib\*" org.genryu.cli.Main %REST%
exit /b %ERRORLEVEL%

rem Keeps the folder in FOUND if it is the first JDK that is new enough.
:consider
if defined FOUND exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\release" exit /b 0
set "MAJOR=0"
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "delims=.+-" %%m in ("%%~v") do set "MAJOR=%%m"
if %MAJOR% GEQ %NEED% set "FOUND=%~1"
exit /b 0
