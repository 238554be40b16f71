/// The whole chain in one method: the first class a newcomer reads is [org.genryu.study.Study].
@NullMarked
package org.genryu.study;

import org.jspecify.annotations.NullMarked;
