/// What does a balance say in words: of which terms does a price consist, who is short or priced away, and how far is
/// the answer from published figures?
@NullMarked
package org.genryu.balance.explain;

import org.jspecify.annotations.NullMarked;
