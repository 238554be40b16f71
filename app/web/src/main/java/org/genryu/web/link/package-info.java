/// What a page shows, as an address: state to link to state is the identity.
@NullMarked
package org.genryu.web.link;

import org.jspecify.annotations.NullMarked;
