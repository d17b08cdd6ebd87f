/** System.String, by theme. */
import './string/search';
import './string/transform';
import './string/escape';
import './string/statics';
