// The faults of `make soak`: which one a request meets depends on its paper and on how often the
// server has been asked about it, so that every run meets the same.
#ifndef FAULTS_H
#define FAULTS_H

#include "answers.h"

// What becomes of the connection.
typedef enum { keep_open, stall, close_after } ending;

// Answers a prompt, or fails to.
ending answer_with_faults(reply *reply, const char *body, size_t size);

// Counts a request of any kind.
void count_request(void);

// Writes what was counted so far, as a JSON object: all requests; of those with faults, how many by
// what the client can know of them; and papers that the model never answers as it should.
void write_counts(reply *reply);

#endif
