#define _GNU_SOURCE
#include "CPseudoTerminal.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

void cpseudoterminal_resize(int near, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  ioctl(near, TIOCSWINSZ, &size);
}

static int spawn(
    pid_t *pid, const char *path, char *const *words, char *const *environment, const char *folder,
    const char *terminal) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  // The first terminal that the leader of a new session opens becomes the session's own.
  posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0);
  posix_spawn_file_actions_adddup2(&actions, 0, 1);
  posix_spawn_file_actions_adddup2(&actions, 0, 2);
  posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  posix_spawn_file_actions_addchdir_np(&actions, folder);
  // Tasks run on threads that block nearly all signals, and a program inherits that.
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(
      &attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  int code = posix_spawn(pid, path, &actions, &attributes, words, environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return code;
}

pid_t cpseudoterminal_spawn(
    const char *path, char *const *words, char *const *environment, const char *folder, int columns,
    int rows, int *near) {
  // Neither end is inherited: a program that another test starts just now would keep it open.
  *near = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  char terminal[128];
  if (*near < 0) return -errno;
  int far = -1;
  if (grantpt(*near) == 0 && unlockpt(*near) == 0 &&
      ptsname_r(*near, terminal, sizeof terminal) == 0)
    far = open(terminal, O_RDWR | O_NOCTTY | O_CLOEXEC);
  int code = far < 0 ? errno : 0;
  pid_t pid = 0;
  if (code == 0) {
    cpseudoterminal_resize(*near, columns, rows);
    code = spawn(&pid, path, words, environment, folder, terminal);
    close(far);
  }
  if (code == 0) return pid;
  close(*near);
  return -code;
}
