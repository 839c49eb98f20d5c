#!/usr/bin/env bash
# Installs the system libraries that Qt needs, where this user may; otherwise names them.
# Usage: system_libraries.sh PYTHON
set -euo pipefail
python=${1:-python3}

offscreen=(libegl1 libgl1 libdbus-1-3 libglib2.0-0 libxkbcommon0 libfontconfig1)
window=(libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-xkb1 libxcb-shape0 libxcb-image0 libxcb-render-util0)
printing=(libcups2)

command -v dpkg-query >/dev/null || exit 0  # not a Debian family system: the README lists what is needed

missing=()
for package in "${offscreen[@]}" "${window[@]}" "${printing[@]}"; do
  # Newer Debian names libglib2.0-0t64 and libcups2t64 for the same thing.
  status=$(dpkg-query -W -f='${Status}\n' "$package" "${package}t64" 2>/dev/null || true)
  [[ $status == *'install ok installed'* ]] || missing+=("$package")
done
"$python" -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)
[ ${#missing[@]} -eq 0 ] && exit 0

install=(apt-get install -y --no-install-recommends)
if [ "$(id -u)" -eq 0 ]; then
  run=(env DEBIAN_FRONTEND=noninteractive)
elif sudo -n true 2>/dev/null; then
  run=(sudo -n env DEBIAN_FRONTEND=noninteractive)
else
  echo "缺少系统组件，请管理员执行 / missing system packages, please run as administrator:" >&2
  echo "  apt-get install ${missing[*]}" >&2
  exit 1
fi
echo "安装系统组件 / installing system packages: ${missing[*]}"
"${run[@]}" apt-get update -qq
"${run[@]}" "${install[@]}" "${missing[@]}" >/dev/null
