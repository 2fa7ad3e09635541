# Shared by the scripts: where things are, what must be installed, how to build. Sourced, not run.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"

export DEBIAN_FRONTEND=noninteractive
export CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1
export LANG="${LANG:-C.UTF-8}"

# What Debian 12 calls the things needed. One list a purpose, so that a user who only runs installs less.
packages_build=(
  build-essential cmake ninja-build ccache pkg-config
  qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libgl-dev
  libmupdf-dev libmujs-dev libgumbo-dev libopenjp2-7-dev libjbig2dec0-dev libjpeg62-turbo-dev
  libfreetype-dev libharfbuzz-dev zlib1g-dev
  libssl-dev libp11-dev libp11-kit-dev librsvg2-bin python3
)
packages_run=(
  libqt6sql6-sqlite qt6-qpa-plugins qt6-translations-l10n fonts-noto-cjk
  softhsm2 opensc openssl python3 xvfb xauth openbox xdotool
)
packages_test=(
  poppler-utils mupdf-tools qpdf pcscd vsmartcard-vpcd python3-cryptography python3-pil
  clang-format-19 iproute2 util-linux
)
packages_lint=(clang-19 clang-tidy-19 clang-format-19 libclang-rt-19-dev)
packages_bench=(poppler-utils mupdf-tools python3-pil time)

# install_packages name... installs what dpkg does not know as installed.
install_packages() {
  local missing=() name
  for name in "$@"; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q '^install ok installed' || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  command -v apt-get >/dev/null || { echo "These packages are missing: ${missing[*]}" >&2; return 1; }
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  echo "Installing: ${missing[*]}"
  # A fresh machine has no package lists, or old ones.
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# build_preset name [target...]
build_preset() {
  local preset=$1
  shift
  command -v ccache >/dev/null && export BIDSEAL_CCACHE=ccache
  cmake --preset "$preset" >"$root/build/$preset.configure.log" 2>&1 ||
    { cat "$root/build/$preset.configure.log" >&2; return 1; }
  cmake --build "build/$preset" ${1:+--target "$@"}
}

mkdir -p "$root/build"
