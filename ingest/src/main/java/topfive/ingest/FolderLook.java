package topfive.ingest;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import topfive.contract.Ids;

/**
 * One look into a folder: its regular files, {@link #DEPTH} folders deep, sorted by name. Links are not followed: what they lead to inside
 * is there anyway, what is outside is none of ours.
 *
 * @param refused one line for each thing that is not read and should be known
 */
record FolderLook(List<Seen> files, List<String> refused) {
    static final int DEPTH = 8;
    static final int MOST = 50_000;

    /** What editors, browsers, copy and synchronising programs leave while they write. */
    private static final Pattern TEMPORARY = Pattern.compile(
            "\\..*|.*~|~.*|#.*#|.*\\.(?:tmp|temp|part|partial|filepart|crdownload|download|opdownload|aria2|!ut|swp|swo|swx|bak|lock|new)|thumbs\\.db|desktop\\.ini|@eadir|__macosx",
            Pattern.CASE_INSENSITIVE);

    FolderLook {
        files = List.copyOf(files);
        refused = List.copyOf(refused);
    }

    /**
     * @param name path within the folder, with slashes, as it stays on every system
     * @param changed when anything about the file changed, its name included; {@link #modified} where the system does not tell
     */
    record Seen(Path path, String name, long size, Instant modified, Instant changed, String key) {
        /** The same for as long as nobody writes into the file. */
        String fingerprint() {
            return Ids.sha256(size + "\n" + modified + "\n" + key);
        }
    }

    /** @throws IOException where the folder itself cannot be read */
    static FolderLook into(Path folder) throws IOException {
        var root = folder.toRealPath();
        var walk = new Walk(root);
        Files.walkFileTree(root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEPTH + 1, walk);
        walk.files.sort(Comparator.comparing(Seen::name));
        walk.refused.sort(Comparator.naturalOrder());
        return new FolderLook(walk.files, walk.refused);
    }

    /** A single file that somebody named himself: a link is what it leads to. Its whole path names it, since no folder does. */
    static FolderLook at(Path file) throws IOException {
        var real = file.toRealPath();
        var attributes = Files.readAttributes(real, BasicFileAttributes.class);
        return attributes.isRegularFile()
                ? new FolderLook(List.of(seen(real, real.toString(), attributes)), List.of())
                : new FolderLook(List.of(), List.of(file.getFileName() + " is no regular file"));
    }

    private static Seen seen(Path file, String name, BasicFileAttributes attributes) {
        var modified = attributes.lastModifiedTime().toInstant();
        return new Seen(
                file,
                Normalizer.normalize(name.replace('\\', '/'), Normalizer.Form.NFC),
                attributes.size(),
                modified,
                changed(file, modified),
                String.valueOf(attributes.fileKey()));
    }

    private static Instant changed(Path file, Instant modified) {
        try {
            return Files.getAttribute(file, "unix:ctime", java.nio.file.LinkOption.NOFOLLOW_LINKS)
                            instanceof FileTime time
                    ? time.toInstant()
                    : modified;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return modified; // other systems do not keep it
        }
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Seen> files = new ArrayList<>();
        private final List<String> refused = new ArrayList<>();

        private Walk(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(root) || !isTemporary(folder)
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isTemporary(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isDirectory()) {
                refused.add(name(file) + " lies deeper than " + DEPTH + " folders");
            } else if (attributes.isSymbolicLink()) {
                outside(file);
            } else if (attributes.isRegularFile()) {
                files.add(seen(file, name(file), attributes));
            }
            if (files.size() < MOST) {
                return FileVisitResult.CONTINUE;
            }
            refused.add("more than " + MOST + " files: the others are not read");
            return FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(root)) {
                throw e;
            }
            if (!(e instanceof java.nio.file.NoSuchFileException)) { // gone between two breaths
                refused.add(name(file) + " cannot be read");
            }
            return FileVisitResult.CONTINUE;
        }

        private void outside(Path link) {
            try {
                if (!link.toRealPath().startsWith(root)) {
                    refused.add(name(link) + " is a link out of the folder");
                }
            } catch (IOException e) {
                refused.add(name(link) + " is a link to nowhere");
            }
        }

        private String name(Path file) {
            return root.relativize(file).toString();
        }
    }

    private static boolean isTemporary(Path file) {
        return TEMPORARY
                .matcher(file.getFileName().toString().toLowerCase(Locale.ROOT))
                .matches();
    }
}
