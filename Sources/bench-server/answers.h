// What the model of the benchmarks writes, in the form of OpenAI's Chat Completions.
#ifndef ANSWERS_H
#define ANSWERS_H

#include <stddef.h>

enum { most_papers = 64 };

// A whole reply, with its head.
typedef struct {
  char *bytes;
  size_t used;
} reply;

// What a prompt asks about: the papers whose identifiers it names on lines of their own.
typedef struct {
  const char *ids[most_papers];
  size_t lengths[most_papers], count;
  // Whether it asks for the summary of one paper, and not for the titles of all.
  int is_summary;
} question;

// How an answer about a paper's summary goes wrong.
typedef enum { good, one_bullet_short, declined } mood;

question read_question(const char *body, size_t size);

// Answers a prompt as it should be answered.
void answer(reply *reply, const char *body, size_t size);

// Answers a question in some mood.
void answer_question(reply *reply, const question *question, mood mood);

// Writes a reply with a status such as `200 OK`, further header lines, and a body.
void write_reply(reply *reply, const char *status, const char *headers, const char *body, size_t size);

#endif
