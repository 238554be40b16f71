/// How can a joint gain be split? One class a rule, and [org.genryu.share.rule.Division], which holds
/// them side by side and says who would leave each.
@NullMarked
package org.genryu.share.rule;

import org.jspecify.annotations.NullMarked;
