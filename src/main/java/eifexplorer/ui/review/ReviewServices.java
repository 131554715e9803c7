package eifexplorer.ui.review;

import eifexplorer.project.ReviewService;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What the Review screen needs from outside.
 *
 * @param reviews suspects, decisions, label revisions; called from jobs
 * @param ensurePicture makes a picture file if it can be made and is not there; called from jobs
 */
public record ReviewServices(ReviewService reviews, Consumer<Path> ensurePicture) {}
