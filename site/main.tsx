/** The review site. `gongkai review` puts it beside the data that it shows. */
import { render } from 'preact';
import { Site } from './app/site.tsx';
import './style/base.css';
import './style/overview.css';
import './style/printed.css';
import './style/document.css';
import './style/print.css';

render(<Site />, document.getElementById('app') as HTMLElement);
