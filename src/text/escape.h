/* escape: the one encoder and the one decoder of field text, inverse of each other: \\ \t \n \r. */
#ifndef ESCAPE_H
#define ESCAPE_H

#include <stdbool.h>

#include "buf.h"

/* Appends s with backslash, TAB, LF and CR escaped. */
void escape_add(struct buf *b, struct slice s);

enum { ESCAPE_SHORT = 16 };

/* The same of at most ESCAPE_SHORT bytes where nothing needs an escape, as in nearly all fields: writes them to *to, which has room for
 * ESCAPE_SHORT.  False if something does. */
bool escape_short(char *to, struct slice s);

/* Appends what the escaped s stands for.  False at a backslash that begins no escape. */
bool escape_undo(struct buf *b, struct slice s);

/* s escaped, and s undone: itself, or a copy in the arena.  A backslash that begins no escape stands for itself. */
struct slice escape_slice(struct slice s, struct arena *a);
struct slice escape_undo_slice(struct slice s, struct arena *a);

/* Appends s as edit rows write original bytes: as escape_add does, and NUL and every byte that is no part of
 * well-formed UTF-8 as \xHH. */
void escape_bytes(struct buf *b, struct slice s);

#endif
