// The part of a process's terminal that Swift cannot reach without unsafe code: ioctl is variadic and
// writes through a pointer.
#ifndef CTERMINAL_H
#define CTERMINAL_H

/// The columns of the terminal behind a descriptor; 0 where that is none, or one without a size.
int cterminal_columns(int descriptor);

#endif
