/// What the confined worker asks of Linux and the C library's Swift module does not offer.
#ifndef STEELYARD_CONFINEMENT_H
#define STEELYARD_CONFINEMENT_H

#include <stddef.h>
#include <sys/types.h>

/// Starts a program, `/proc/self/exe` for this one again, with these arguments (a list that ends with
/// NULL, the program's name first), without its environment and its open files. What it reads from standard input is a file in
/// memory with these bytes, which nobody can change any more and nobody has to feed; what it prints can be
/// read from `output`. Returns the process, or -1.
pid_t confinement_start(const char *program, char *const *arguments, const void *bytes,
                        size_t length, int *output);

/// Gives up for good the right to gain rights by starting a program (prctl(2), PR_SET_NO_NEW_PRIVS).
/// Returns 0, or -1 where the kernel refuses.
int confinement_no_new_privileges(void);

/// Gives up every right on the file system (landlock(7)). Returns 0, or -1 where the kernel has no
/// Landlock, which takes nothing away from the filter below.
int confinement_no_files(void);

/// Gives up for good every call of the kernel but those that work on memory, the three open files and
/// the process itself (seccomp(2)). Every other call fails with EPERM from now on: nothing can be opened,
/// connected, started or signalled. Needs ``confinement_no_new_privileges`` before it. Returns 0, or a number
/// below where the kernel refuses or the machine is of a kind that libseccomp does not know.
int confinement_filter_calls(void);

/// Tries what must not be possible any more, and answers with one bit for each attempt that succeeded:
/// 1 open a file, 2 make a socket, 4 start a process, 8 make memory executable, 16 start a program,
/// 32 write a file. 0 is as it should be.
int confinement_try_to_escape(void);

#endif
