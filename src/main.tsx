import './ui/tokens.css';
import './ui/base.css';
import { startApp } from './app/start-app';

startApp(document.getElementById('root')!);
