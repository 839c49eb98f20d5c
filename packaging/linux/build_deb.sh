#!/usr/bin/env bash
# Packs build/frozen/gongkai-desk into build/gongkai-desk_VERSION_ARCH.deb.
# Usage: build_deb.sh        (after freeze.sh; needs dpkg-deb, nothing else)
set -euo pipefail
cd "$(dirname "$0")/../.."
frozen=build/frozen/gongkai-desk
here=packaging/linux
[ -x $frozen/gongkai-desk ] || { echo "$frozen is missing: run $here/freeze.sh first" >&2; exit 1; }

version=$($frozen/gongkai-desk-cli --version)
architecture=$(dpkg --print-architecture)
stage=build/deb
rm -rf $stage
mkdir -p $stage/DEBIAN $stage/opt $stage/usr/bin $stage/usr/share/doc/gongkai-desk
cp -a $frozen $stage/opt/gongkai-desk
ln -s /opt/gongkai-desk/gongkai-desk $stage/usr/bin/gongkai-desk
install -Dm644 -t $stage/usr/share/applications $here/gongkai-desk.desktop
install -Dm644 -t $stage/usr/share/metainfo $here/gongkai-desk.metainfo.xml
install -Dm644 resources/icons/app.svg $stage/usr/share/icons/hicolor/scalable/apps/gongkai-desk.svg
install -Dm644 LICENSE $stage/usr/share/doc/gongkai-desk/copyright
chmod -R u+w,go=rX,a-s $stage

# What Qt takes from the system: every desktop has it. Newer Debian names glib libglib2.0-0t64.
cat > $stage/DEBIAN/control <<CONTROL
Package: gongkai-desk
Version: $version
Architecture: $architecture
Maintainer: gongkai-desk <gongkai-desk@localhost>
Section: misc
Priority: optional
Installed-Size: $(du -sk --exclude=DEBIAN $stage | cut -f1)
Depends: libc6 (>= 2.28), libgl1, libegl1, libxcb1, libx11-6, libx11-xcb1, libxkbcommon0, libxkbcommon-x11-0, libdbus-1-3, libfontconfig1, libglib2.0-0 | libglib2.0-0t64
Recommends: libcups2 | libcups2t64, libwayland-client0, libwayland-cursor0, libwayland-egl1
Description: 政务公开工作台：任务清单、依申请公开登记簿与年度报告
 把每年的政务公开工作要点读成任务清单，登记依申请公开并按工作日计算法定期限，
 生成政府信息公开工作年度报告。全部数据只存放在本机。
CONTROL

# xz: the dpkg of older domestic systems does not read zstd.
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(stat -c %Y $frozen/gongkai-desk)}
package=build/gongkai-desk_${version}_$architecture.deb
dpkg-deb -Zxz --root-owner-group --build $stage "$package"
rm -rf $stage
du -h "$package"
