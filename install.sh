#!/bin/sh
# Installs the kust program of a release.
#
#   curl -fsSL https://github.com/kust-dev/kust/releases/latest/download/install.sh | sh
#   sh install.sh [--version v0.1.0] [--dir DIR]
#
# --version  the release; default: the latest
# --dir      where the program goes; default: $KUST_INSTALL_DIR, or /usr/local/bin if that is writable, or ~/.local/bin
#
# It downloads one archive and the checksums of the release, and installs only what matches. It asks no API, so no rate
# limit applies. KUST_RELEASES names another place that holds the files, such as a mirror: a URL or a folder.
set -eu

releases=${KUST_RELEASES:-https://github.com/kust-dev/kust/releases}
version=latest
dir=${KUST_INSTALL_DIR:-}

fail() {
  echo "install.sh: $1" >&2
  exit 1
}

while [ $# -gt 0 ]; do
  case $1 in
    --version) version=${2:?"--version needs a release, such as v0.1.0"}; shift 2 ;;
    --version=*) version=${1#*=}; shift ;;
    --dir) dir=${2:?"--dir needs a folder"}; shift 2 ;;
    --dir=*) dir=${1#*=}; shift ;;
    -h | --help) sed -n '2,11s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) fail "unknown argument '$1'; see --help" ;;
  esac
done

if [ -z "$dir" ]; then
  if [ -w /usr/local/bin ]; then dir=/usr/local/bin; else dir=$HOME/.local/bin; fi
fi

# platform: the end of the archive's name for this machine.
platform() {
  case $(uname -s) in
    Linux) os=linux ;;
    Darwin) os=darwin ;;
    MINGW* | MSYS* | CYGWIN*) fail "on Windows, unpack kust_*_windows_amd64.zip of the release" ;;
    *) fail "there is no program for $(uname -s); use the npm package: npm install --global kust" ;;
  esac
  case $(uname -m) in
    x86_64 | amd64) arch=amd64 ;;
    aarch64 | arm64) arch=arm64 ;;
    *) fail "there is no program for $(uname -m); use the npm package: npm install --global kust" ;;
  esac
  variant=
  if [ "$os" = linux ]; then
    if ls /lib/ld-musl-* >/dev/null 2>&1 && ! [ -e /lib64/ld-linux-x86-64.so.2 ] && ! [ -e /lib/ld-linux-aarch64.so.1 ]; then
      variant=_musl
    elif [ "$arch" = amd64 ] && ! grep -q '\bavx2\b' /proc/cpuinfo 2>/dev/null; then
      variant=_baseline
    fi
  fi
  echo "${os}_$arch$variant"
}

# get NAME FILE: downloads a file of the release, or copies it where KUST_RELEASES is a folder.
get() {
  case $releases in
    http://* | https://*)
      if [ "$version" = latest ]; then url=$releases/latest/download/$1; else url=$releases/download/$version/$1; fi
      if command -v curl >/dev/null; then curl -fsSL --retry 3 -o "$2" "$url"
      elif command -v wget >/dev/null; then wget -qO "$2" "$url"
      else fail "neither curl nor wget is on PATH"; fi || fail "cannot download $url"
      ;;
    *) cp "$releases/$1" "$2" || fail "cannot read $releases/$1" ;;
  esac
}

digest() {
  if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1
}

platform=$(platform)
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT

get checksums.txt "$temp/checksums.txt"
line=$(grep "_$platform\.tar\.gz\$" "$temp/checksums.txt") || fail "the release has no program for $platform"
archive=${line##* }
get "$archive" "$temp/$archive"
[ "$(digest "$temp/$archive")" = "${line%% *}" ] || fail "the checksum of $archive is wrong: nothing was installed"

tar -xzf "$temp/$archive" -C "$temp" kust
mkdir -p "$dir"
# A rename replaces a program that is running; writing over it would fail.
cp "$temp/kust" "$dir/.kust.$$"
chmod 755 "$dir/.kust.$$"
mv "$dir/.kust.$$" "$dir/kust"

echo "installed $("$dir/kust" --version) as $dir/kust"
case :$PATH: in
  *:"$dir":*) ;;
  *) echo "add $dir to PATH to use it" ;;
esac
