// How tests start programs. Swift does not see the extensions of the C library that this takes
// (pseudo-terminals, and a child that closes what it inherits), and Foundation's `Process` waits for
// all programs on one thread, which stops for all where one of them closes its descriptors early.
#ifndef CSPAWN_H
#define CSPAWN_H

#include <sys/types.h>

/// Starts a program that reads nothing, and puts the reading ends of what it writes into `output` and
/// `errors`.
///
/// It leads a process group of its own. Returns the program's number, or the negative of an error's.
pid_t cspawn_piped(
    const char *_Nonnull path, char *_Nullable const *_Nonnull words,
    char *_Nullable const *_Nonnull environment, const char *_Nonnull folder, int *_Nonnull output,
    int *_Nonnull errors);

/// Starts a program as the leader of a session whose terminal is a new one of this size.
///
/// Puts the near end, where a test types and reads, into `near`. Returns the program's number, or the
/// negative of an error's.
pid_t cspawn_on_terminal(
    const char *_Nonnull path, char *_Nullable const *_Nonnull words,
    char *_Nullable const *_Nonnull environment, const char *_Nonnull folder, int columns, int rows,
    int *_Nonnull near);

/// Gives a terminal another size; its program hears of it by SIGWINCH.
void cspawn_resize(int near, int columns, int rows);

/// Waits until a program of ours has ended, and leaves its number to it until `cspawn_collect`.
void cspawn_wait(pid_t pid);

/// Takes the wait status of a program that has ended, and gives its number back to the system.
int cspawn_collect(pid_t pid);

#endif
