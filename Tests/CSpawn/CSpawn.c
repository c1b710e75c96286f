#define _GNU_SOURCE
#include "CSpawn.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

/// Starts a program with the descriptors 0 to 2 of `actions` and no others.
static int spawn(
    pid_t *pid, const char *path, char *const *words, char *const *environment, const char *folder,
    posix_spawn_file_actions_t *actions, short flags) {
  posix_spawn_file_actions_addclosefrom_np(actions, 3);
  posix_spawn_file_actions_addchdir_np(actions, folder);
  // Tasks run on threads that block nearly all signals, a shell that starts the tests in the
  // background has them ignore Ctrl-C, and a program inherits both.
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes, flags | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  int code = posix_spawn(pid, path, actions, &attributes, words, environment);
  posix_spawnattr_destroy(&attributes);
  return code;
}

pid_t cspawn_piped(
    const char *path, char *const *words, char *const *environment, const char *folder, int *output,
    int *errors) {
  // No end is inherited: a program that another test starts just now would keep it open.
  int out[2], err[2];
  if (pipe2(out, O_CLOEXEC) != 0) return -errno;
  int code = pipe2(err, O_CLOEXEC) == 0 ? 0 : errno;
  pid_t pid = 0;
  if (code == 0) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out[1], 1);
    posix_spawn_file_actions_adddup2(&actions, err[1], 2);
    code = spawn(&pid, path, words, environment, folder, &actions, POSIX_SPAWN_SETPGROUP);
    posix_spawn_file_actions_destroy(&actions);
    close(err[1]);
    if (code != 0) close(err[0]);
  }
  close(out[1]);
  *output = out[0];
  *errors = err[0];
  if (code == 0) return pid;
  close(out[0]);
  return -code;
}

static int spawn_at(
    pid_t *pid, const char *path, char *const *words, char *const *environment, const char *folder,
    const char *terminal) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  // The first terminal that the leader of a new session opens becomes the session's own.
  posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0);
  posix_spawn_file_actions_adddup2(&actions, 0, 1);
  posix_spawn_file_actions_adddup2(&actions, 0, 2);
  int code = spawn(pid, path, words, environment, folder, &actions, POSIX_SPAWN_SETSID);
  posix_spawn_file_actions_destroy(&actions);
  return code;
}

pid_t cspawn_on_terminal(
    const char *path, char *const *words, char *const *environment, const char *folder, int columns,
    int rows, int *near) {
  // Neither end is inherited, as above.
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
    cspawn_resize(*near, columns, rows);
    code = spawn_at(&pid, path, words, environment, folder, terminal);
    close(far);
  }
  if (code == 0) return pid;
  close(*near);
  return -code;
}

void cspawn_resize(int near, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  ioctl(near, TIOCSWINSZ, &size);
}

void cspawn_wait(pid_t pid) {
  siginfo_t info;
  while (waitid(P_PID, (id_t)pid, &info, WEXITED | WNOWAIT) != 0 && errno == EINTR) {}
}

int cspawn_collect(pid_t pid) {
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {}
  return status;
}
