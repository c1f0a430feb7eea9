/// What the confined worker asks of Linux and the C library's Swift module does not offer.
#ifndef STEELYARD_CONFINEMENT_H
#define STEELYARD_CONFINEMENT_H

/// Gives up for good the right to gain rights by starting a program (prctl(2), PR_SET_NO_NEW_PRIVS).
/// Returns 0, or -1 where the kernel refuses.
int confinement_no_new_privileges(void);

#endif
