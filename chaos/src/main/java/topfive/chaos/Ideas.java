package topfive.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What can be said, each idea in several wordings, from {@code ideas.txt}. */
record Ideas(List<List<String>> wordings) {
    static final List<String> PLACES = List.of(
            "Sarrin",
            "Vallmark",
            "Tamarack",
            "Osterby",
            "Halden",
            "Marisol",
            "Brent",
            "Tolna",
            "Arle",
            "Costa",
            "Quell",
            "Nordhaven",
            "Lunes",
            "Verrin",
            "Danforth",
            "Ansley",
            "Kestrel Bay",
            "Old Harrow",
            "Port Ember",
            "Wexcombe",
            "Ridley",
            "Solvang",
            "Turrow",
            "Umber",
            "Yarrow",
            "Zelda Falls",
            "Inver",
            "Joss",
            "Maple Cross",
            "Pell");

    static Ideas read() {
        try (var in = Ideas.class.getResourceAsStream("ideas.txt")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^#.*\\R", "");
            return new Ideas(Arrays.stream(text.strip().split("\\R\\R"))
                    .map(block -> List.of(block.split("\\R")))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read ideas.txt", e);
        }
    }

    /** An idea of one day: the same place and figures in every wording. */
    record Told(List<String> wordings) {
        Told {
            wordings = List.copyOf(wordings);
        }
    }

    Told tell(int idea, String place, int a, int b) {
        return new Told(wordings.get(idea).stream()
                .map(wording ->
                        wording.replace("{place}", place).replace("{a}", "" + a).replace("{b}", "" + b))
                .toList());
    }
}
