/// Small named cases that the tests of all rooms share.
@NullMarked
package org.genryu.testkit;

import org.jspecify.annotations.NullMarked;
