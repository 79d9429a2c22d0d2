/* pipe: room between two stages of a pipeline. */
#ifndef PIPE_H
#define PIPE_H

/* Where fd is a pipe and the system lets it grow (Linux), it holds 1 MiB: with the 64 KiB that it has at first, stages that
 * run side by side wait for each other a third of the time.  Anything else stays as it is. */
void pipe_widen(int fd);

#endif
