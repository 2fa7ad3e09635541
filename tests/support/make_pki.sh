#!/bin/sh
# Makes an invented public key infrastructure for tests and the demo:  make_pki.sh DIR
#
# For each NAME below: NAME.pem and NAME.der (certificate), NAME.key (PKCS#8 PEM, no password), NAME.p8 (PKCS#8 DER).
#   root-ca > issuing-ca > enterprise-rsa, enterprise-ec, enterprise-sm2, company2-rsa, personal, expired, not-yet-valid,
#                          encryption-only, tsa
#   other-root > other-leaf (nobody trusts these)
# Also chain.pem (issuing-ca, root-ca) and tsa.cnf for `openssl ts -reply`. Doing it again changes nothing.
set -eu

if [ $# -ne 1 ]; then
    echo "usage: make_pki.sh DIR" >&2
    exit 64
fi
mkdir -p "$1"
dir=$(cd "$1" && pwd)
stamp="$dir/.complete-1"
[ -e "$stamp" ] && exit 0
cd "$dir"
umask 077
mkdir -p issued
: > index.txt
echo 'unique_subject = no' > index.txt.attr

cat > ca.cnf <<'CNF'
[ca]
default_ca = any
[any]
dir = .
database = ./index.txt
new_certs_dir = ./issued
default_md = sha256
policy = anything
rand_serial = yes
copy_extensions = none
string_mask = utf8only
utf8 = yes
[anything]
C = optional
O = optional
OU = optional
CN = supplied
[req]
distinguished_name = dn
string_mask = utf8only
utf8 = yes
prompt = no
[dn]
CN = unused
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[issuing]
basicConstraints = critical,CA:TRUE,pathlen:0
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[signer]
basicConstraints = CA:FALSE
keyUsage = critical,digitalSignature,nonRepudiation
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[encryption]
basicConstraints = CA:FALSE
keyUsage = critical,keyEncipherment,dataEncipherment
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[timestamping]
basicConstraints = CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
CNF

quiet() {
    if ! said=$("$@" 2>&1); then
        printf '%s\n' "$said" >&2
        exit 1
    fi
}

# make_key NAME rsa|ec|sm2
make_key() {
    case $2 in
    rsa) quiet openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$1.key" ;;
    ec) quiet openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -pkeyopt ec_param_enc:named_curve -out "$1.key" ;;
    sm2) quiet openssl genpkey -algorithm SM2 -out "$1.key" ;;
    esac
}

finish() {
    quiet openssl x509 -in "$1.pem" -outform DER -out "$1.der"
    quiet openssl pkcs8 -topk8 -nocrypt -in "$1.key" -outform DER -out "$1.p8"
}

# issue NAME SUBJECT SECTION ISSUER FROM UNTIL      (ISSUER "-" = self-signed)
issue() {
    quiet openssl req -new -config ca.cnf -utf8 -key "$1.key" -subj "$2" -out "$1.csr"
    if [ "$4" = - ]; then
        signing="-selfsign -keyfile $1.key"
    else
        signing="-cert $4.pem -keyfile $4.key"
    fi
    # shellcheck disable=SC2086 # two options in one variable, no spaces in names
    quiet openssl ca -batch -notext -config ca.cnf -extensions "$3" $signing -startdate "$5" -enddate "$6" \
        -preserveDN -in "$1.csr" -out "$1.pem"
    rm -f "$1.csr"
    finish "$1"
}

# `openssl ca` cannot check a request signed with SM2; the certificate is made around the public key instead.
issue_sm2() {
    quiet openssl pkey -in "$1.key" -pubout -out "$1.pub"
    quiet openssl x509 -new -subj "$2" -force_pubkey "$1.pub" -CA "$3.pem" -CAkey "$3.key" -days 5000 \
        -sha256 -extfile ca.cnf -extensions signer -out "$1.pem"
    rm -f "$1.pub"
    finish "$1"
}

# The slow part, side by side.
for name in root-ca issuing-ca enterprise-rsa company2-rsa personal expired not-yet-valid encryption-only tsa; do
    make_key "$name" rsa &
done
wait
make_key enterprise-ec ec
make_key other-root ec
make_key other-leaf ec
make_key enterprise-sm2 sm2

long_ago=20180101000000Z
begin=20240101000000Z
far=20480101000000Z

issue root-ca '/C=CN/O=BidSeal Test/CN=BidSeal Test Root CA' root - $long_ago $far
issue issuing-ca '/C=CN/O=BidSeal Test/CN=BidSeal Test Issuing CA' issuing root-ca $long_ago $far
issue enterprise-rsa '/C=CN/O=示例科技有限公司/CN=示例科技有限公司' signer issuing-ca $begin $far
issue enterprise-ec '/C=CN/O=示例科技有限公司/OU=EC/CN=示例科技有限公司' signer issuing-ca $begin $far
issue company2-rsa '/C=CN/O=样例建设工程有限公司/CN=样例建设工程有限公司' signer issuing-ca $begin $far
issue personal '/C=CN/O=示例科技有限公司/CN=测试人员甲' signer issuing-ca $begin $far
issue expired '/C=CN/O=示例科技有限公司/OU=Expired/CN=示例科技有限公司' signer issuing-ca $long_ago 20210101000000Z
issue not-yet-valid '/C=CN/O=示例科技有限公司/OU=Future/CN=示例科技有限公司' signer issuing-ca 20470101000000Z $far
issue encryption-only '/C=CN/O=示例科技有限公司/OU=Encryption/CN=示例科技有限公司' encryption issuing-ca $begin $far
issue tsa '/C=CN/O=BidSeal Test/CN=BidSeal Test TSA' timestamping issuing-ca $long_ago $far
issue other-root '/C=CN/O=Other Test/CN=Other Test Root' root - $long_ago $far
issue other-leaf '/C=CN/O=旁人测试有限公司/CN=旁人测试有限公司' signer other-root $begin $far
issue_sm2 enterprise-sm2 '/C=CN/O=BidSeal Test/CN=BidSeal Test SM2' issuing-ca
cat issuing-ca.pem root-ca.pem > chain.pem

# write_tsa_config FILE ACCEPTED-DIGESTS
write_tsa_config() {
    cat > "$1" <<CNF
[tsa]
default_tsa = service
[service]
dir = $dir
serial = $dir/tsa.serial
crypto_device = builtin
signer_cert = $dir/tsa.pem
signer_key = $dir/tsa.key
certs = $dir/chain.pem
signer_digest = sha256
default_policy = 1.3.6.1.4.1.99999.1
digests = $2
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
CNF
}
echo 01 > tsa.serial
write_tsa_config tsa.cnf 'sha256, sha384, sha512'
write_tsa_config tsa-reject.cnf 'md5'

rm -rf issued index.txt* ca.cnf
: > "$stamp"
