#define _GNU_SOURCE
#include "answers.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { reply_size = 64 * 1024 };

// An identifier in katakana: words that differ from paper to paper, and claim no number.
static void add_kana(char **at, const char *id, size_t length) {
  static const char *const kana[] = {"ア", "イ", "ウ", "エ", "オ", "カ", "キ", "ク", "ケ", "コ"};
  for (size_t i = 0; i < length; i++)
    if (id[i] >= '0' && id[i] <= '9') *at = stpcpy(*at, kana[id[i] - '0']);
}

// The answer's JSON, escaped as it stands within the reply's.
static void add_summary(char **at, const char *id, size_t length, int bullets) {
  static const char *const sentences[] = {
      "記録の少ない港の潮位を扱う",
      "観測の欠けた日に誤差が広がる",
      "隣町から借りた波形で補う学習法を示す",
      "予測の外れを半減できると実験で確かめた",
  };
  *at += sprintf(*at, "{\\\"id\\\":\\\"%.*s\\\",\\\"bullets\\\":[", (int)length, id);
  for (int i = 0; i < bullets; i++) {
    *at += sprintf(*at, "%s\\\"%s（", i ? "," : "", sentences[i]);
    add_kana(at, id, length);
    *at = stpcpy(*at, "）\\\"");
  }
  *at = stpcpy(*at, "],\\\"remark\\\":\\\"これは気になる論文だね\\\"}");
}

static void add_titles(char **at, const question *asked) {
  *at = stpcpy(*at, "{\\\"titles\\\":[");
  for (size_t i = 0; i < asked->count; i++) {
    *at += sprintf(*at, "%s{\\\"id\\\":\\\"%.*s\\\",\\\"title\\\":\\\"論文", i ? "," : "",
                   (int)asked->lengths[i], asked->ids[i]);
    add_kana(at, asked->ids[i], asked->lengths[i]);
    *at = stpcpy(*at, "の題\\\"}");
  }
  *at = stpcpy(*at, "]}");
}

question read_question(const char *body, size_t size) {
  question asked = {.count = 0};
  const char *end = body + size, *place = body;
  while (asked.count < most_papers &&
         (place = memmem(place, (size_t)(end - place), "\\nid: ", 6))) {
    place += 6;
    asked.ids[asked.count] = place;
    asked.lengths[asked.count++] = strspn(place, "0123456789.");
  }
  asked.is_summary = asked.count == 1 && memmem(body, size, "\\nabstract:", 11);
  return asked;
}

void answer(reply *reply, const char *body, size_t size) {
  question asked = read_question(body, size);
  answer_question(reply, &asked, good);
}

void answer_question(reply *reply, const question *asked, mood mood) {
  static char text[reply_size];
  char *at = text;
  at = stpcpy(at, "{\"id\":\"chatcmpl-bench-0123456789abcdef\",\"object\":\"chat.completion\","
                  "\"created\":1722592800,\"model\":\"bench-model\",\"choices\":[{\"index\":0,"
                  "\"message\":{\"role\":\"assistant\",\"content\":");
  if (mood == declined) {
    at = stpcpy(at, "null,\"refusal\":\"I cannot help with that.\"},\"logprobs\":null,"
                    "\"finish_reason\":\"stop\"}],\"usage\":{");
  } else {
    *at++ = '"';
    if (asked->is_summary)
      add_summary(&at, asked->ids[0], asked->lengths[0], mood == good ? 4 : 3);
    else
      add_titles(&at, asked);
    at = stpcpy(at, "\",\"refusal\":null},\"logprobs\":null,\"finish_reason\":\"stop\"}],"
                    "\"usage\":{");
  }
  at = stpcpy(at, "\"prompt_tokens\":927,\"completion_tokens\":192,\"total_tokens\":1119,"
                  "\"prompt_tokens_details\":{\"cached_tokens\":0,\"audio_tokens\":0},"
                  "\"completion_tokens_details\":{\"reasoning_tokens\":0,\"audio_tokens\":0,"
                  "\"accepted_prediction_tokens\":0,\"rejected_prediction_tokens\":0}},"
                  "\"service_tier\":\"default\",\"system_fingerprint\":\"fp_0123456789\"}");
  write_reply(reply, "200 OK", "Content-Type: application/json\r\n", text, (size_t)(at - text));
}

void write_reply(reply *reply, const char *status, const char *headers, const char *body,
                 size_t size) {
  reply->bytes = realloc(reply->bytes, size + 512);
  if (!reply->bytes) {
    perror("memory");
    exit(1);
  }
  reply->used = (size_t)sprintf(reply->bytes, "HTTP/1.1 %s\r\n%sContent-Length: %zu\r\n\r\n", status,
                                headers, size);
  memcpy(reply->bytes + reply->used, body, size);
  reply->used += size;
}
