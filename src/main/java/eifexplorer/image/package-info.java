/**
 * Pictures from files to what a network sees: start at {@link eifexplorer.image.ImageDecoder}, {@link
 * eifexplorer.image.Preprocessing} and {@link eifexplorer.image.ImageBatches}.
 *
 * <p>The numbers are those of Pillow and torchvision, with which the models were trained: {@link
 * eifexplorer.image.PillowResize} is bit-exact, decoding follows Pillow's {@code convert("RGB")} (alpha dropped, colour
 * profiles ignored, EXIF orientation ignored but in TIFF). JPEG pictures go through the JDK's decoder at raster level, which is twice
 * as fast as {@code ImageIO.read}; what it refuses goes through TwelveMonkeys.
 *
 * <p>Files are not trusted: sizes are checked from the header before memory is taken, and whatever goes wrong with a
 * file is a {@link eifexplorer.problem.ProblemException} that names it. A picture that is cut short is refused, because a
 * grey lower half would be embedded as if it were one; Pillow with {@code LOAD_TRUNCATED_IMAGES}, as the reference runs
 * it, would take it.
 *
 * <p>What people look at is another matter: {@link eifexplorer.image.ImageDecoder#decodeUpright} and {@link
 * eifexplorer.image.Thumbnails} turn the picture the way the camera was held, and {@link
 * eifexplorer.image.SubjectCrop} says which part of it to show where there is little room.
 */
@NullMarked
package eifexplorer.image;

import org.jspecify.annotations.NullMarked;
