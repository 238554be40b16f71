/// The case page: what a case says, changed by people, with its history and its files.
@NullMarked
package org.genryu.web.edit;

import org.jspecify.annotations.NullMarked;
