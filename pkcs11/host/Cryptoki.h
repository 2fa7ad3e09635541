#pragma once

// The PKCS#11 2.40 declarations. p11-kit's header is free to use and packs its structures as Windows modules expect;
// nothing of p11-kit itself is linked.
#include <p11-kit/pkcs11.h>
