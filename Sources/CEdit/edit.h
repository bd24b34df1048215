#ifndef CEDIT_EDIT_H
#define CEDIT_EDIT_H

#include <histedit.h>

#endif
