import './ui/tokens.css';
import './ui/base.css';
import { startApp } from './app/start-app';

void startApp(document.getElementById('root')!);
