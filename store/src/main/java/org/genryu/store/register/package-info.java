/// The programme of two governments as a book of changes: what was promised, selected, paid and delivered, and what it
/// comes to. The facts that come with the program are tables beside these classes.
@NullMarked
package org.genryu.store.register;

import org.jspecify.annotations.NullMarked;
