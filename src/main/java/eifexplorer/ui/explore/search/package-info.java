/** What the search of the top bar finds in a session: start at {@link eifexplorer.ui.explore.search.ExploreFinder}. */
@NullMarked
package eifexplorer.ui.explore.search;

import org.jspecify.annotations.NullMarked;
