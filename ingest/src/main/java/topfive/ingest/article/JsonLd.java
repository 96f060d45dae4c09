package topfive.ingest.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import topfive.ingest.text.LooseJson;
import topfive.ingest.text.Tidy;

/** What a page says of itself in JSON-LD (schema.org). The article's node first, whatever else stands beside it. */
record JsonLd(Optional<JsonNode> article) {
    private static final int NODES = 2000;

    static JsonLd of(Document page) {
        var nodes = new ArrayList<JsonNode>();
        for (var script : page.select("script[type=application/ld+json]")) {
            try {
                collect(
                        LooseJson.read(script.data()
                                .replaceAll("[\\p{Cc}&&[^\\n\\t]]", " ")
                                .replace('\n', ' ')),
                        nodes);
            } catch (JsonProcessingException e) {
                continue; // many pages carry broken JSON-LD; the page itself still tells
            }
        }
        return new JsonLd(nodes.stream().filter(JsonLd::isArticle).findFirst());
    }

    String text(String field) {
        return article.map(node -> node.path(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .map(Tidy::line)
                .orElse("");
    }

    /** The body with its line breaks. */
    String body() {
        return article.map(node -> node.path("articleBody").asText("")).orElse("");
    }

    boolean saysNotFree() {
        return article.map(node -> node.path("isAccessibleForFree"))
                .filter(said -> said.asText("").equalsIgnoreCase("false"))
                .isPresent();
    }

    String publisher() {
        return article.map(node -> node.path("publisher").path("name"))
                .filter(JsonNode::isTextual)
                .map(name -> Tidy.line(Parser.unescapeEntities(name.asText(), false)))
                .orElse("");
    }

    List<String> authors() {
        var names = new ArrayList<String>();
        article.ifPresent(node -> {
            var author = node.path("author");
            if (author.isArray()) {
                author.forEach(one -> name(one, names));
            } else {
                name(author, names);
            }
        });
        return names;
    }

    private static void name(JsonNode author, List<String> names) {
        var named = author.isTextual() ? author : author.path("name");
        if (named.isArray()) {
            named.forEach(one -> names.add(Tidy.line(one.asText(""))));
        } else if (!named.asText("").isBlank()) {
            names.add(Tidy.line(Parser.unescapeEntities(named.asText(), false)));
        }
    }

    private static void collect(JsonNode root, List<JsonNode> nodes) {
        var open = new ArrayDeque<JsonNode>();
        open.add(root);
        while (!open.isEmpty() && nodes.size() < NODES) {
            var node = open.poll();
            if (node.isObject()) {
                nodes.add(node);
                open.addAll(nested(node));
            } else if (node.isArray()) {
                node.forEach(open::add);
            }
        }
    }

    private static List<JsonNode> nested(JsonNode node) {
        var nested = new ArrayList<JsonNode>();
        for (var field : List.of("@graph", "mainEntity", "mainEntityOfPage")) {
            if (node.path(field).isContainerNode()) {
                nested.add(node.get(field));
            }
        }
        return nested;
    }

    private static boolean isArticle(JsonNode node) {
        var type = node.path("@type");
        var types = new ArrayList<String>();
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asText("")));
        } else {
            types.add(type.asText(""));
        }
        return types.stream()
                .anyMatch(name -> name.endsWith("Article") || name.endsWith("Posting") || name.equals("Report"));
    }
}
