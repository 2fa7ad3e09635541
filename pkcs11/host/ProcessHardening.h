#pragma once

namespace bidseal {

/** Turns off core dumps and reading of this process's memory by others of the same user; a PIN passes through here. */
void hardenProcess();

} // namespace bidseal
