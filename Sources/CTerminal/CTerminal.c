#include "CTerminal.h"
#include <fcntl.h>
#include <malloc.h>
#include <sys/ioctl.h>
#include <unistd.h>

int cterminal_columns(int descriptor) {
  struct winsize size = {0};
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

// Runs before main and before the runtime opens anything. Where the caller has closed one of the
// first three descriptors, the next file would be given its number, and what is said to the operator
// would be written into a record.
__attribute__((constructor)) static void fill_standard_descriptors(void) {
  for (int descriptor = 0; descriptor <= 2; descriptor++) {
    if (fcntl(descriptor, F_GETFD) < 0 && open("/dev/null", O_RDWR) < 0) return;
  }
}

// The one place that says how memory is taken from the system; it counts only before there are threads.
// With an arena for each thread what one thread has freed is of no use to the others: at 256 lanes that
// is a fifth of all memory, and two threads at work rarely meet in one.
// What is large comes from the system by itself and goes back whole; left alone, the library would put it
// among the small things from the first time on that something large was freed.
__attribute__((constructor)) static void take_memory_sparingly(void) {
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_MMAP_THRESHOLD, 1 << 19);
}

void cterminal_give_back_memory(void) { malloc_trim(0); }
