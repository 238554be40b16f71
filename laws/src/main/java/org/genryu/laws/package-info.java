/// Laws: rules that tests hold against many drawn inputs. Needs no other room, so that the tests of every room can
/// use it.
@NullMarked
package org.genryu.laws;

import org.jspecify.annotations.NullMarked;
