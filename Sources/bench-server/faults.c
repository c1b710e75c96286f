#include "faults.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { most_numbers = 1 << 20 };

// How often each question was asked, by the number of its first paper: titles, then summaries.
static unsigned char asked_before[2][most_numbers];

static struct {
  // Requests with a body, with and without faults.
  long requests;
  // Of those that meet faults: requests whose answer the client can read, that it is told have failed, and of which it cannot
  // know whether they were answered.
  long answered, failed, unknown;
  // Papers that the model declines, and whose summaries never come right.
  long declined, spoilt;
} counts;

static ending refuse(reply *reply, const char *status, const char *headers) {
  static const char body[] = "{\"error\":{\"message\":\"Something is wrong here.\"}}";
  counts.failed++;
  write_reply(reply, status, headers, body, strlen(body));
  return keep_open;
}

static ending reply_in(mood mood, reply *reply, const question *asked) {
  counts.answered++;
  answer_question(reply, asked, mood);
  return keep_open;
}

// The middle of a whole answer is all that arrives.
static ending cut(reply *reply, const question *asked) {
  counts.unknown++;
  answer_question(reply, asked, good);
  reply->used -= 100;
  return close_after;
}

static ending vanish(reply *reply, ending ending) {
  counts.unknown++;
  reply->used = 0;
  return ending;
}

static ending babble(reply *reply) {
  static const char page[] = "<html><body>Welcome to the network of this house.</body></html>";
  counts.unknown++;
  write_reply(reply, "200 OK", "Content-Type: text/html\r\n", page, strlen(page));
  return keep_open;
}

ending answer_with_faults(reply *reply, const char *body, size_t size) {
  question asked = read_question(body, size);
  const char *dot = asked.count ? memchr(asked.ids[0], '.', asked.lengths[0]) : NULL;
  long number = dot ? strtol(dot + 1, NULL, 10) % most_numbers : 0;
  unsigned char *times = &asked_before[asked.is_summary][number];
  int before = *times;
  if (*times < 255) ++*times;
  // These never come right, whoever asks.
  if (asked.is_summary && number % 3001 == 37) {
    if (!before) counts.declined++;
    return reply_in(declined, reply, &asked);
  }
  if (asked.is_summary && number % 4001 == 41) {
    if (!before) counts.spoilt++;
    return reply_in(one_bullet_short, reply, &asked);
  }
  // These pass: primes, so that each meets the others now and then.
  if (before == 0) {
    if (number % 997 == 3) return refuse(reply, "500 Internal Server Error", "");
    if (number % 1009 == 17) return cut(reply, &asked);
    if (number % 2003 == 29) return babble(reply);
    if (number % 2503 == 31) return vanish(reply, close_after);
    if (number % 5003 == 11) return refuse(reply, "503 Service Unavailable", "Retry-After: 0\r\n");
    if (number % 10007 == 23) return vanish(reply, stall);
    if (number % 20011 == 5) return refuse(reply, "429 Too Many Requests", "Retry-After: 1\r\n");
    if (asked.is_summary && number % 211 == 47) return reply_in(one_bullet_short, reply, &asked);
  }
  // Trouble that lasts longer than one attempt.
  if (before < 3 && number % 7001 == 53) return refuse(reply, "502 Bad Gateway", "");
  return reply_in(good, reply, &asked);
}

void count_request(void) { counts.requests++; }

void write_counts(reply *reply) {
  char text[256];
  int size = snprintf(text, sizeof text,
                      "{\"requests\":%ld,\"answered\":%ld,\"failed\":%ld,\"unknown\":%ld,\"declined\":%ld,"
                      "\"spoilt\":%ld}",
                      counts.requests, counts.answered, counts.failed, counts.unknown,
                      counts.declined, counts.spoilt);
  write_reply(reply, "200 OK", "Content-Type: application/json\r\n", text, (size_t)size);
}
