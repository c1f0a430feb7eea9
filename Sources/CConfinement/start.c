#define _GNU_SOURCE
#include "confinement.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <unistd.h>

// A sealed file in memory, or -1.
static int memory_file(const char *bytes, size_t length) {
  int file = memfd_create("file", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (file < 0) return -1;
  while (length > 0) {
    ssize_t count = write(file, bytes, length);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      close(file);
      return -1;
    }
    bytes += count, length -= (size_t)count;
  }
  lseek(file, 0, SEEK_SET);
  fcntl(file, F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE);
  return file;
}

pid_t confinement_start(const char *program, char *const *arguments, const void *bytes,
                        size_t length, int *output) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return -1;
  pid_t process = -1;
  int file = memory_file(bytes, length);
  posix_spawn_file_actions_t actions;
  if (file >= 0 && posix_spawn_file_actions_init(&actions) == 0) {
    char *const environment[] = {NULL};
    // Nothing that is open here, no store and no connection, is open there.
    if (posix_spawn_file_actions_adddup2(&actions, file, 0) != 0
        || posix_spawn_file_actions_adddup2(&actions, ends[1], 1) != 0
        || posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) != 0
        || posix_spawn_file_actions_addclosefrom_np(&actions, 3) != 0
        || posix_spawn(&process, program, &actions, NULL, arguments, environment) != 0)
      process = -1;
    posix_spawn_file_actions_destroy(&actions);
  }
  if (file >= 0) close(file);
  close(ends[1]);
  if (process < 0) {
    close(ends[0]);
    return -1;
  }
  *output = ends[0];
  return process;
}
