/// The workbench in a real browser.
package org.genryu.browser;
