#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The HPKV Studio authors
# SPDX-License-Identifier: MIT
#
# check-packages.sh ROOT [BUILD]: installs the packages of BUILD (default: build/, made by `cmake --build build --target
# package`) in a bare Debian 12 in the folder ROOT and uses them there: draws the windows of HPKV Studio, starts the
# emulator, builds a small program against libhpkvqt-dev and lets it write a record. ROOT is made with debootstrap when it
# is not there, and kept. Needs root. The pictures are left in ROOT/root/tour.
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

if (($# < 1)); then
    echo "usage: ${0##*/} ROOT [BUILD]" >&2
    exit 2
fi
if ((EUID != 0)); then
    echo "This has to run as root (debootstrap and chroot)." >&2
    exit 1
fi
mkdir -p "$1"
target=$(cd "$1" && pwd)
packages=$(cd "${2:-$project/build}" && pwd)/packages
if [[ $target == / ]]; then
    echo "ROOT must not be this system itself." >&2
    exit 2
fi

for name in hpkv-studio libhpkvqt1 libhpkvqt-dev hpkv-emulator; do
    found=("$packages/$name"_*.deb)
    if [[ ! -f ${found[0]} || ${#found[@]} -ne 1 ]]; then
        echo "Expected exactly one $name package in $packages; make it with the target \`package\`." >&2
        exit 1
    fi
done

say() { printf '\n== %s\n' "$*"; }

# The sites and suites of this system's own apt, one line each: site, suite, component. Only Debian's, of this release.
sources() {
    apt-get indextargets --format '$(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' |
        awk '$2 ~ /^bookworm/' | sort -u
}

if [[ ! -f $target/etc/debian_version ]]; then
    say "Making a bare Debian 12"
    mirror=$(sources | awk '$2 == "bookworm" { print $1; exit }')
    if [[ -z $mirror ]]; then
        echo "apt of this system names no mirror of Debian 12." >&2
        exit 1
    fi
    debootstrap --variant=minbase --include=ca-certificates bookworm "$target" "$mirror"
fi
sources | awk '{ print "deb", $1, $2, $3 }' >"$target/etc/apt/sources.list"
for file in /etc/resolv.conf /etc/hosts; do
    if [[ -r $file ]]; then cp -L "$file" "$target$file"; fi
done
# No service is to be started in there.
printf '#!/bin/sh\nexit 101\n' >"$target/usr/sbin/policy-rc.d"
chmod +x "$target/usr/sbin/policy-rc.d"

emulator=
clean_up() {
    if [[ -n $emulator ]]; then kill "$emulator" 2>/dev/null || true; fi
    if mountpoint -q "$target/proc"; then umount "$target/proc"; fi
}
trap clean_up EXIT
mountpoint -q "$target/proc" || mount -t proc proc "$target/proc" ||
    echo "Going on without /proc." >&2

become_inside() {
    exec chroot "$target" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@"
}
inside() { (become_inside "$@"); }
install() {
    inside apt-get install -y -qq --no-install-recommends "$@" >"$target/root/apt.log" 2>&1 || {
        cat "$target/root/apt.log" >&2
        return 1
    }
}
remove_ours() {
    inside sh -c 'dpkg-query -W -f "\${Package}\n" "hpkv-*" "libhpkvqt*" 2>/dev/null | xargs -r apt-get purge -y -qq' \
        >/dev/null
}

say "Installing hpkv-studio and what it depends on"
remove_ours
rm -rf "$target/root/packages" "$target/root/consumer" "$target/root/consumer-build" "$target/root/tour"
mkdir -p "$target/root/packages"
cp "$packages"/*.deb "$target/root/packages/"
inside apt-get update -qq
install_own() {
    local files=() name
    for name in "$@"; do files+=("/root/packages/$(basename "$packages/$name"_*.deb)"); done
    install "${files[@]}"
}
install_own hpkv-studio libhpkvqt1

say "Drawing the windows"
inside env QT_QPA_PLATFORM=offscreen timeout 300 hpkv-studio --demo --tour /root/tour
pictures=("$target"/root/tour/*.png)
if [[ ! -f ${pictures[0]} ]]; then
    echo "No picture was drawn." >&2
    exit 1
fi
echo "${#pictures[@]} pictures in $target/root/tour"

say "Building a program against libhpkvqt-dev"
install_own libhpkvqt-dev hpkv-emulator
install g++ cmake ninja-build
cp -r "$project/packaging/consumer" "$target/root/consumer"
inside cmake -G Ninja -S /root/consumer -B /root/consumer-build
inside cmake --build /root/consumer-build

say "Letting it write to the packaged emulator"
inside hpkv-emulator --version
mkfifo "$target/root/emulator.out.$$"
become_inside hpkv-emulator --port 0 --api-key check >"$target/root/emulator.out.$$" &
emulator=$!
read -r line <"$target/root/emulator.out.$$"
rm "$target/root/emulator.out.$$"
url=${line#*\"url\":\"}
url=${url%%\"*}
inside timeout 30 /root/consumer-build/consumer "$url" check
kill "$emulator"
wait "$emulator" || {
    echo "The emulator ended with $? instead of 0." >&2
    exit 1
}
emulator=

say "Removing the packages again"
remove_ours
left=$(inside find /usr /etc -iname '*hpkv*' -not -path '/usr/share/doc/*')
if [[ -n $left ]]; then
    echo "Left behind: $left" >&2
    exit 1
fi
echo "The packages are right."
