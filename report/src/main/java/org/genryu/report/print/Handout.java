package org.genryu.report.print;

import java.util.List;
import org.genryu.core.Lang;
import org.genryu.report.brief.Brief;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.results.Evidence;

/// Two pages as they are meant, before it is known how much of them fits: what was asked, what the answer is, a
/// picture, what else is told; then what helps and what it costs, how sure it is, where it comes from, how to
/// make it again.
///
/// @param kind what it is, in a few words
/// @param of title of the case
/// @param basis what it is told against; may be empty
/// @param answer in one to three sentences
/// @param first blocks of the first page, the weightiest first
/// @param second blocks of the second page
/// @param again how these bytes are made again
public record Handout(
        Lang lang,
        String kind,
        String of,
        String question,
        String basis,
        List<String> answer,
        List<Block> first,
        List<Block> second,
        Permalink again) {
    public Handout {
        answer = List.copyOf(answer);
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    /// Something under a heading.
    public sealed interface Block {
        String head();
    }

    /// Sentences and lists; the last entries of a list may be left out.
    public record Lines(String head, List<Brief.Line> lines) implements Block {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /// A picture 680 pixels wide.
    public record Picture(String head, String sentence, Drawing drawing) implements Block {}

    /// A table whose last rows may be left out.
    public record Sheet(String head, String sentence, FigureTable table) implements Block {}

    /// What the numbers rest on, the most cited first; the last may be left out.
    public record Sources(String head, String sentence, List<Evidence.Source> sources) implements Block {
        public Sources {
            sources = List.copyOf(sources);
        }
    }

    /// Draws as much as there is room for.
    public interface Drawing {
        /// @param most rows
        void draw(Html html, int most);
    }
}
