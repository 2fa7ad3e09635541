#!/bin/sh
# Makes the demo UKey: a SoftHSM token with an invented company's certificate.
#   scripts/demo-token.sh DIR PKIDIR
# DIR takes the token and softhsm2.conf; PKIDIR is what tests/support/make_pki.sh made. The PIN comes from BIDSEAL_DEMO_PIN;
# without it, it is 123456, the PIN of the demo and of nothing else. Prints two lines for `eval`: SOFTHSM2_CONF=… and
# BIDSEAL_DEMO_MODULE=…. Doing it again changes nothing.
set -eu

if [ $# -ne 2 ]; then
    echo "usage: demo-token.sh DIR PKIDIR" >&2
    exit 64
fi
label="示例科技有限公司 UKey"
pin=${BIDSEAL_DEMO_PIN:-123456}
mkdir -p "$1/tokens"
chmod 700 "$1"
dir=$(cd "$1" && pwd)
pki=$(cd "$2" && pwd)
SOFTHSM2_CONF="$dir/softhsm2.conf"
export SOFTHSM2_CONF

module=
for place in /usr/lib/softhsm /usr/lib/*/softhsm /usr/lib64/softhsm /usr/local/lib/softhsm; do
    if [ -z "$module" ] && [ -e "$place/libsofthsm2.so" ]; then
        module=$(readlink -f "$place/libsofthsm2.so")
    fi
done
if [ -z "$module" ]; then
    echo "demo-token.sh: SoftHSM is not installed (apt-get install softhsm2 opensc)" >&2
    exit 69
fi

if [ ! -e "$dir/.complete-1" ]; then
    rm -rf "$dir/tokens"
    mkdir "$dir/tokens"
    printf 'directories.tokendir = %s/tokens\nobjectstore.backend = file\nlog.level = ERROR\n' "$dir" > "$SOFTHSM2_CONF"
    softhsm2-util --init-token --free --label "$label" --pin "$pin" --so-pin 87654321 >&2
    softhsm2-util --import "$pki/enterprise-rsa.key" --token "$label" --pin "$pin" --label key --id 01 >&2
    id=01
    for name in enterprise-rsa issuing-ca root-ca; do
        pkcs11-tool --module "$module" --token-label "$label" --login --pin "$pin" \
            --write-object "$pki/$name.der" --type cert --label "$name" --id "$id" >&2
        id=0$((${id#0} + 1))
    done
    : > "$dir/.complete-1"
fi
printf "SOFTHSM2_CONF='%s'\nBIDSEAL_DEMO_MODULE='%s'\n" "$SOFTHSM2_CONF" "$module"
